// Structured logging: an event name and fields, never a sentence. No customer text, names, numbers or tokens at info
// and above; fields that could carry them are cut out here as a second net.
import { createHash } from 'node:crypto';
import { pino } from 'pino';

export type LogFields = Record<string, unknown>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  child(fields: LogFields): Log;
}

const REDACT = ['text', '*.text', 'token', '*.token', 'email', '*.email', 'phone', '*.phone', 'authorization'];

/** `level`: fatal | error | warn | info | debug | trace | silent. Writes JSON lines to `destination` (standard output). */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const base = pino(
    { level, redact: { paths: REDACT, censor: '[redacted]' }, base: { pid: process.pid } },
    destination ?? process.stdout,
  );
  return wrap(base);
}

/** A log that says nothing. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
};

interface PinoLike {
  debug(fields: LogFields): void;
  info(fields: LogFields): void;
  warn(fields: LogFields): void;
  error(fields: LogFields): void;
  child(fields: LogFields): PinoLike;
}

function wrap(base: PinoLike): Log {
  const line = (event: string, fields?: LogFields): LogFields => ({ event, ...withoutNumber(flattenError(fields)) });
  return {
    debug: (event, fields) => base.debug(line(event, fields)),
    info: (event, fields) => base.info(line(event, fields)),
    warn: (event, fields) => base.warn(line(event, fields)),
    error: (event, fields) => base.error(line(event, fields)),
    child: (fields) => wrap(base.child(fields)),
  };
}

/** A lane of SMS is named by a telephone number: the log says the same name for the same one, and not the number. */
function withoutNumber(fields?: LogFields): LogFields | undefined {
  return typeof fields?.laneId === 'string' ? { ...fields, laneId: loggedLaneId(fields.laneId) } : fields;
}

/** What the log calls a lane; other networks' ids tell nobody anything and stay as they are. */
export function loggedLaneId(laneId: string): string {
  if (!laneId.startsWith('sms|')) return laneId;
  const [channel, account, number = ''] = laneId.split('|');
  return `${channel}|${account}|#${createHash('sha256').update(number).digest('hex').slice(0, 12)}`;
}

function flattenError(fields?: LogFields): LogFields | undefined {
  const error = fields?.error;
  if (!(error instanceof Error)) return fields;
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined;
  return { ...fields, error: { name: error.name, message: error.message, code, cause, stack: error.stack } };
}
