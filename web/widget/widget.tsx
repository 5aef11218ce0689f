// The one script that a shop puts on its page. It finds the server from its own address, reads its settings from its own
// tag, and lives in a shadow tree so that neither page changes the other's looks.
import { render } from 'preact';
import { createChat } from './conversation/chat.ts';
import composerStyle from './style/composer.css?inline';
import frameStyle from './style/frame.css?inline';
import headStyle from './style/head.css?inline';
import logStyle from './style/log.css?inline';
import messageStyle from './style/message.css?inline';
import themeStyle from './style/theme.css?inline';
import { textsFor } from './texts/index.ts';
import { App } from './view/app.tsx';
import type { Look } from './view/look.ts';

declare global {
  interface Window {
    Frontdesk?: { open(): void; close(): void; identify(identityToken: string | null): void };
  }
}

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

function lookOf(data: DOMStringMap): Look {
  const theme = data.theme === 'light' || data.theme === 'dark' ? data.theme : 'auto';
  return {
    title: data.title || 'Frontdesk',
    accent: data.accent,
    greeting: data.greeting || undefined,
    starters: data.starters?.split('|').map((starter) => starter.trim()),
    view: data.view === 'page' ? 'page' : 'float',
    theme,
  };
}

function mount(origin: string, data: DOMStringMap): void {
  const host = document.createElement('frontdesk-chat');
  // Rules of the page beat rules for `:host`; this beats both.
  host.style.setProperty('all', 'initial', 'important');
  const shadow = host.attachShadow({ mode: 'open' });
  addStyle(shadow, themeStyle + frameStyle + headStyle + logStyle + messageStyle + composerStyle);
  document.body.append(host);

  const look = lookOf(data);
  // The customer's own choice of languages, unless the shop's page is always in one.
  const texts = textsFor([data.language, ...navigator.languages]);
  let chat = createChat(origin, data.identityToken || undefined, texts);
  const show = () => render(<App key={origin} chat={chat} look={look} texts={texts} />, shadow);
  show();
  window.Frontdesk = {
    open: () => chat.open(),
    close: () => chat.close(),
    identify(identityToken) {
      const wasOpen = chat.store.get().open;
      chat.end();
      chat = createChat(origin, identityToken ?? undefined, texts);
      if (wasOpen) chat.open();
      render(null, shadow);
      show();
    },
  };
}

/** A constructed sheet passes a content security policy that forbids inline styles. */
function addStyle(shadow: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  (shadow as ShadowRoot).append(style);
}

if (script && !window.Frontdesk) {
  const { origin } = new URL(script.src, location.href);
  const data = { ...script.dataset };
  if (document.body) mount(origin, data);
  else addEventListener('DOMContentLoaded', () => mount(origin, data));
}
