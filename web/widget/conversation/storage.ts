// What survives a reload, kept apart by server and by who is signed in, so that the next customer on this device never
// sees the last one's conversation.

export interface Remembered {
  conversationId: string;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  customerId: string;
  lastRead?: string;
  /** Own texts that the server has not confirmed. */
  unsent: { key: string; text: string; at: number }[];
}

export interface Memory {
  read(): Remembered | undefined;
  write(remembered: Remembered | undefined): void;
  /** Another tab wrote. */
  onChange(listener: () => void): void;
  readDraft(): string;
  writeDraft(text: string): void;
}

export function createMemory(origin: string, identityToken: string | undefined): Memory {
  const key = `frontdesk:${origin}:${subjectOf(identityToken)}`;
  // Pages may forbid storage altogether; the chat then lasts as long as the page.
  let fallback: Record<string, string> | undefined;
  const get = (name: string) => {
    if (fallback) return fallback[name] ?? null;
    try {
      return localStorage.getItem(name);
    } catch {
      fallback = {};
      return null;
    }
  };
  const put = (name: string, value: string | undefined) => {
    if (!fallback) {
      try {
        if (value === undefined) localStorage.removeItem(name);
        else localStorage.setItem(name, value);
        return;
      } catch {
        fallback = {};
      }
    }
    if (value === undefined) delete fallback[name];
    else fallback[name] = value;
  };
  return {
    read: () => parse(get(key)),
    write: (remembered) => put(key, remembered && JSON.stringify(remembered)),
    onChange: (listener) => addEventListener('storage', (event) => event.key === key && listener()),
    readDraft: () => get(`${key}:draft`) ?? '',
    writeDraft: (text) => put(`${key}:draft`, text || undefined),
  };
}

function parse(text: string | null): Remembered | undefined {
  if (!text) return undefined;
  try {
    const value = JSON.parse(text) as Remembered;
    return value.conversationId && value.token && Array.isArray(value.unsent) ? value : undefined;
  } catch {
    // Written by something else: as good as nothing.
    return undefined;
  }
}

/** Who the shop says is signed in; only to keep conversations apart, the server alone decides whether it is true. */
function subjectOf(identityToken: string | undefined): string {
  if (!identityToken) return 'guest';
  try {
    const body = identityToken.split('.')[1] ?? '';
    const claims = JSON.parse(atob(body.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: string };
    return `customer:${claims.sub ?? ''}`;
  } catch {
    return `token:${identityToken.slice(-16)}`;
  }
}
