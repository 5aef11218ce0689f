// A transcript as it was, with what each turn understood and did beside the message that it answered.
import { Badge, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { Markdown } from '../frame/markdown.tsx';
import { time } from '../frame/parts.tsx';

export interface MessageLine {
  key: string;
  role: 'customer' | 'bot' | 'staff' | 'note';
  at: string;
  delivery?: string;
  failure?: string;
  activity: { text?: string; from: { name?: string }; attachments?: { id: string; name: string }[] };
}
export interface TurnLine {
  id: string;
  entries: string[];
  intents: { intent: string; confidence: number }[];
  priority: string;
  sentiment: { label: string; score: number };
  language: string;
  route: string;
  settingsRevision: number;
  agents: { name: string; ms: number; model: string }[];
  tools: { name: string; ms: number; outcome: string }[];
  usage?: { inputTokens: number; outputTokens: number; cost: number };
  responseTimeMs: number;
  outcome: string;
  caseId?: string;
}

export function Transcript({ messages, turns }: { messages: MessageLine[]; turns: TurnLine[] }) {
  // Beside the last message that the turn took.
  const turnOf = new Map(turns.map((turn) => [turn.entries.at(-1), turn]));
  return (
    <Stack gap="xs">
      {messages.map((one) => {
        const turn = turnOf.get(one.key);
        return (
          <div key={one.key}>
            <Paper withBorder p="xs" className={one.role === 'customer' ? 'said customer' : 'said'}>
              <Group justify="space-between" wrap="nowrap">
                <Text size="xs" c="dimmed">
                  {one.role === 'staff' ? one.activity.from.name : one.role} · {time(one.at)}
                </Text>
                {one.delivery && one.delivery !== 'sent' ? (
                  <Text size="xs" c="dimmed">
                    {one.delivery}
                    {one.failure ? `: ${one.failure}` : ''}
                  </Text>
                ) : null}
              </Group>
              {one.role === 'bot' ? (
                <Markdown text={one.activity.text ?? ''} />
              ) : (
                <Text size="sm" className="pre">
                  {one.activity.text}
                </Text>
              )}
              {(one.activity.attachments ?? []).map((file) => (
                <Text key={file.id} size="xs" c="dimmed">
                  file: {file.name}
                </Text>
              ))}
            </Paper>
            {turn ? <Turn turn={turn} /> : null}
          </div>
        );
      })}
    </Stack>
  );
}

function Turn({ turn }: { turn: TurnLine }) {
  const [first] = turn.intents;
  const lines: [string, string][] = [
    ['understood', turn.intents.map((one) => `${one.intent} ${Math.round(one.confidence * 100)} %`).join(', ')],
    ['mood', `${turn.sentiment.label} (${turn.sentiment.score})`],
    ['priority, language', `${turn.priority}, ${turn.language}`],
    ['route', turn.route],
    ['agents', turn.agents.map((one) => `${one.name} ${one.ms} ms (${one.model})`).join(', ') || 'none'],
    ['tools', turn.tools.map((one) => `${one.name} ${one.ms} ms, ${one.outcome}`).join('; ') || 'none'],
    ...(turn.usage
      ? [
          [
            'model',
            `${turn.usage.inputTokens} + ${turn.usage.outputTokens} tokens, $${turn.usage.cost.toFixed(4)}`,
          ] as [string, string],
        ]
      : []),
    ...(turn.caseId ? [['case', turn.caseId] as [string, string]] : []),
    ['settings', `revision ${turn.settingsRevision}`],
  ];
  return (
    <details className="turn">
      <summary>
        {first ? `${first.intent} · ` : ''}
        {turn.outcome}
        {turn.responseTimeMs > 0 ? ` · ${turn.responseTimeMs} ms` : ''}
      </summary>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>turn</dt>
          <dd>
            <Code>{turn.id}</Code>{' '}
            {turn.tools.some((one) => one.outcome === 'failed') ? <Badge color="orange">failed</Badge> : null}
          </dd>
        </div>
      </dl>
    </details>
  );
}
