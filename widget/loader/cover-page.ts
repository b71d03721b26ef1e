/**
 * On a phone the chat covers the page: what lies beneath must not be reached by keyboard or screen reader, and the
 * chat must keep clear of the keyboard on the screen, which makes the visible part smaller than the window.
 * @returns what undoes it
 */
export function coverPage(frame: HTMLIFrameElement): () => void {
  // The same as in launcher.css.
  const isPhone = matchMedia('(max-width: 480px), (max-height: 420px)');
  const visible = window.visualViewport;
  const setInert = (inert: boolean) => {
    // A script in the page's head runs before there is a body.
    if (document.body as HTMLElement | null) document.body.inert = inert;
  };
  const adapt = () => {
    setInert(isPhone.matches);
    if (!visible) return;
    frame.style.height = isPhone.matches ? `${visible.height}px` : '';
    frame.style.top = isPhone.matches ? `${visible.offsetTop}px` : '';
  };
  adapt();
  isPhone.addEventListener('change', adapt);
  visible?.addEventListener('resize', adapt);
  visible?.addEventListener('scroll', adapt);
  return () => {
    isPhone.removeEventListener('change', adapt);
    visible?.removeEventListener('resize', adapt);
    visible?.removeEventListener('scroll', adapt);
    setInert(false);
  };
}
