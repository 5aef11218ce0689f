// Two admins at once: the slower one sees both versions, value by value, and nothing is overwritten.
import { Alert, Button, Table } from '@mantine/core';
import { asTitle, wordsOf } from './words.ts';

export interface Versions {
  yours: Record<string, unknown>;
  theirs: Record<string, unknown>;
  revision: number;
}

/** Both versions side by side, value by value. */
export function Conflict({ versions: { yours, theirs, revision }, look }: { versions: Versions; look(): void }) {
  return (
    <Alert
      color="orange"
      role="alert"
      title={`Somebody else has saved revision ${revision} meanwhile; nothing was overwritten`}
    >
      <Table aria-label="Both versions" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>Yours, not saved</Table.Th>
            <Table.Th>Theirs, in force</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.keys(yours).flatMap((name) =>
            differences([name], yours[name], theirs[name]).map(([what, mine, other]) => (
              <Table.Tr key={what}>
                <Table.Td>{asTitle(what)}</Table.Td>
                <Table.Td className="pre">{mine}</Table.Td>
                <Table.Td className="pre">{other}</Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
      <Button mt="xs" size="compact-sm" onClick={look}>
        Go on with theirs
      </Button>
    </Alert>
  );
}

/** Where two values differ, by the words on the way there; lists are compared as a whole. */
function differences(path: string[], mine: unknown, other: unknown): [string, string, string][] {
  const isOpen = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isOpen(mine) && isOpen(other))
    // What only they have was taken away here.
    return [...new Set([...Object.keys(mine as object), ...Object.keys(other as object)])].flatMap((name) =>
      differences([...path, name], (mine as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    );
  const [one, two] = [mine, other].map((value) => JSON.stringify(value) ?? 'none');
  return one === two ? [] : [[path.map(wordsOf).join(', '), one!, two!]];
}
