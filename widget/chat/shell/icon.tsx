const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M5 12l7 7 7-7',
  minimise: 'M5 9l7 7 7-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M12 19V5M6 11l6-6 6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4L2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.3',
  phone:
    'M6.6 3.5l2.7.6 1.3 3.9-2 1.8a13 13 0 0 0 5.6 5.6l1.8-2 3.9 1.3.6 2.7c-.4 2-1.8 3.1-3.7 3.1C10 20.5 3.5 14 3.5 7.200c0-1.9 1.1-3.3 3.1-3.700Z',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  pin: 'M12 21s-7-6.2-7-11.500A7 7 0 0 1 19 9.500C19 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
};

/** Decoration: what it means stands beside it, or in its button's label. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
