// What a form stands on: the settings as they were when somebody began to type. Newer ones are taken over while nothing is
// typed; afterwards they wait beside the form, so that nothing is lost, and saving shows both versions.
import { Alert } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Loaded, SettingsState } from './api.ts';
import { Shown } from './parts.tsx';
import { useUnsaved } from './unsaved.tsx';

export interface Hold {
  /** Told by `useTouch` whenever the form has something to save, or nothing any more. */
  touch(hasChanges: boolean): void;
  /**
   * After a save, or to go on with what a colleague saved: what was typed is done with. Resolves when the form stands on the
   * newest settings; what is typed before that would go with the old form.
   */
  release(): Promise<void>;
}

interface Props {
  settings: Loaded<SettingsState>;
  children(state: SettingsState, hold: Hold): ReactNode;
}

/** What is typed holds back newer settings, and is not left behind unasked. Called by the form. */
export function useTouch(hold: Hold, hasChanges: boolean): void {
  useEffect(() => hold.touch(hasChanges), [hold, hasChanges]);
  useUnsaved(hasChanges);
}

/** The form is begun anew with each revision that it is given: use the revision as its key. */
export function Held({ settings, children }: Props) {
  return (
    <Shown loaded={settings}>
      {(newest) => (
        <Base newest={newest} reload={settings.reload}>
          {children}
        </Base>
      )}
    </Shown>
  );
}

function Base({
  newest,
  reload,
  children,
}: { newest: SettingsState; reload(): Promise<void> } & Pick<Props, 'children'>) {
  const [held, setHeld] = useState(newest);
  const isTouched = useRef(false);
  const hold = useRef<Hold>({
    touch: (hasChanges) => {
      isTouched.current = hasChanges;
    },
    release: () => {
      isTouched.current = false;
      return reload();
    },
  });
  const isBehind = newest.revision !== held.revision;
  if (isBehind && !isTouched.current) setHeld(newest);
  return (
    <>
      {isBehind && isTouched.current ? (
        <Alert
          color="orange"
          mb="md"
          role="status"
          title={`A colleague has saved revision ${newest.revision} meanwhile`}
        >
          What you typed is still here. Saving shows both versions and overwrites nothing.
        </Alert>
      ) : null}
      {children(held, hold.current)}
    </>
  );
}
