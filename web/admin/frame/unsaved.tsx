// What somebody typed and has not saved: nobody leaves it behind without being asked, neither for another page nor by
// closing the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Dialog } from './parts.tsx';

interface Leaving {
  go(): void;
  stay?: (() => void) | undefined;
}

interface Unsaved {
  /** Forms that hold something; each adds itself. */
  forms: Set<object>;
  ask(leaving: Leaving): void;
}

const UnsavedForms = createContext<Unsaved>({ forms: new Set(), ask: ({ go }) => go() });

/** Told by a form whenever it is drawn: whether it holds something that is not saved. */
export function useUnsaved(hasChanges: boolean): void {
  const { forms } = useContext(UnsavedForms);
  useEffect(() => {
    if (!hasChanges) return undefined;
    const form = {};
    forms.add(form);
    return () => {
      forms.delete(form);
    };
  }, [forms, hasChanges]);
}

/** How to do what would lose something typed: at once where nothing is, otherwise when the person says so; or else `stay`. */
export function useLeave(): (go: () => void, stay?: () => void) => void {
  const { forms, ask } = useContext(UnsavedForms);
  return useCallback(
    (go, stay) => {
      if (forms.size === 0) go();
      else ask({ go, stay });
    },
    [forms, ask],
  );
}

export function UnsavedGuard({ children }: { children: ReactNode }) {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  // As it is drawn: Escape is heard by this question and by what lies under it, in whatever order.
  const isAsking = useRef(false);
  isAsking.current = leaving !== null;
  const unsaved = useRef<Unsaved>({
    forms: new Set(),
    ask: (next) => {
      if (!isAsking.current) setLeaving(next);
    },
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current.forms.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  const stay = () => {
    leaving?.stay?.();
    setLeaving(null);
  };
  const go = () => {
    setLeaving(null);
    leaving?.go();
  };
  return (
    <UnsavedForms.Provider value={unsaved.current}>
      {children}
      <Dialog open={leaving !== null} close={stay} title="What you typed is not saved">
        <Stack>
          <Text size="sm">It is lost if you go on.</Text>
          <Group>
            <Button onClick={stay} data-autofocus>
              Stay here
            </Button>
            <Button variant="default" onClick={go}>
              Go on without it
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </UnsavedForms.Provider>
  );
}
