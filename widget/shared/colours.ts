/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [number, number, number];

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/** `#0a6` or `#00aa66`; anything else is undefined. */
export function parseColour(text: string): Colour | undefined {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text.trim());
  const hex = digits?.[2] ?? digits?.[1]?.replace(/./g, '$&$&');
  if (!hex) return undefined;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function showColour(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of WCAG 2: 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads better on it; one of them always has a contrast of 4.5. */
export function readableOn(background: Colour): Colour {
  return contrast(background, white) >= 4.5 ? white : contrast(background, black) >= 4.5 ? black : white;
}

/** The nearest shade of the colour that stands out from the surface by the ratio. */
export function standingOutFrom(surface: Colour, colour: Colour, ratio: number): Colour {
  const pole = luminance(surface) > 0.18 ? black : white;
  let shade = colour;
  for (let step = 1; step <= 20 && contrast(shade, surface) < ratio; step++)
    shade = mix(colour, pole, step / 20);
  return shade;
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * part);
  return [at(0), at(1), at(2)];
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
