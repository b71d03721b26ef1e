import { type Colour, parseColour, readableOn, showColour, standingOutFrom } from '../shared/colours.js';

/** The surfaces of styles/theme.css on which the accent has the least contrast. */
const lightSurface: Colour = [0xf3, 0xf7, 0xf7];
const darkSurface: Colour = [0x1f, 0x2d, 0x32];

/** Sets the clinic's colour, and shades of it that can be read on light and on dark, whatever it is. */
export function applyAccent(accent: string, root: HTMLElement): void {
  const colour = parseColour(accent);
  if (!colour) return;
  const set = (name: string, shade: Colour) => root.style.setProperty(name, showColour(shade));
  set('--accent', colour);
  set('--on-accent', readableOn(colour));
  set('--accent-on-light', standingOutFrom(lightSurface, colour, 4.6));
  set('--accent-on-dark', standingOutFrom(darkSurface, colour, 4.6));
}
