// What is open on a page by its address, `#/conversations/<id>`: cases, alerts and colleagues link to it, and one can go back.
import { useEffect, useState } from 'react';

/** The id in the address, and how to go to another or, with null, to the list. */
export function useOpened(page: string): [string | null, (id: string | null) => void] {
  const start = `#/${page}/`;
  const [open, setOpen] = useState<string | null>(() => idIn(start));
  useEffect(() => {
    const follow = () => setOpen(idIn(start));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [start]);
  const go = (id: string | null) => {
    location.hash = id ? `${start}${encodeURIComponent(id)}` : `#/${page}`;
  };
  return [open, go];
}

function idIn(start: string): string | null {
  return location.hash.startsWith(start) ? decodeURIComponent(location.hash.slice(start.length)) : null;
}
