import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { WidgetOptions } from '../../shared/options.js';
import { strings } from '../strings.js';
import { Icon } from './icon.js';
import { Menu } from './menu.js';

interface Props {
  options: WidgetOptions;
  heading: RefObject<HTMLHeadingElement | null>;
  close: (() => void) | undefined;
}

export function Header({ options, heading, close }: Props) {
  const [hasLogo, setHasLogo] = useState(options.logo !== undefined);
  return (
    <header>
      {hasLogo && <img class="logo" src={options.logo} alt="" onError={() => setHasLogo(false)} />}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {options.title}
      </h1>
      <Menu />
      {close && (
        <button type="button" class="bar" aria-label={strings.close} title={strings.close} onClick={close}>
          <Icon name="minimise" />
        </button>
      )}
    </header>
  );
}
