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
    greeting: data.greeting || 'Hello.\nHow can we help?',
    starters: data.starters
      ? data.starters.split('|').map((starter) => starter.trim())
      : ['Where is my order?', 'I have a question about a bill', 'I want to talk to a person'],
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
  let chat = createChat(origin, data.identityToken || undefined);
  const show = () => render(<App key={origin} chat={chat} look={look} />, shadow);
  show();
  window.Frontdesk = {
    open: () => chat.open(),
    close: () => chat.close(),
    identify(identityToken) {
      const wasOpen = chat.store.get().open;
      chat.end();
      chat = createChat(origin, identityToken ?? undefined);
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
