// Turns what goes wrong on a strange machine into one clear line with the remedy. What is not known here keeps its stack.

/** Something the person at the keyboard can mend; `message` is one line (or a short page) and says how. */
export class SetupFailure extends Error {
  name = 'SetupFailure';
}

/** A failure that every other way would meet, too: no network, a full disk, no right to write. */
export class Blocked extends SetupFailure {}

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ETIMEDOUT|ECONNRESET|Name or service not known|Temporary failure in name resolution|Network is unreachable|Max retries exceeded|NewConnectionError|Connection refused|ERR_SOCKET_TIMEOUT|ENOTCACHED/i;
const DISK_FULL = /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i;
const NOT_ALLOWED = /\bEACCES\b|\bEPERM\b|\bEROFS\b|Permission denied|Read-only file system/i;

/** Whether a failed program's words mean that nothing answers; a registry that knows no such question has answered. */
export const saysNoNetwork = (text) => NO_NETWORK.test(text);

/**
 * The remedy for what a failed program wrote, or undefined when it is none of the usual.
 * @param {string} text what it wrote
 * @param {string} doing what was being done, such as "Installing the packages"
 * @param {{ network?: boolean }} [options] `network: false` for a program that only talks to this machine
 */
export function findRemedy(text, doing, { network = true } = {}) {
  if (DISK_FULL.test(text)) return `${doing} failed: the disk is full. Free about 1 GB and run it again.`;
  if (network && saysNoNetwork(text))
    return `${doing} failed: no network. Connect this machine (or set HTTPS_PROXY, or your own registry) and run it again.`;
  if (NOT_ALLOWED.test(text))
    return `${doing} failed: no permission to write there. Give this user the folder, or set DATA_DIR / XDG_CACHE_HOME to one of its own.`;
  return undefined;
}

/** A program's failure as one error: with the remedy when there is one, else with the last line it wrote. */
export function describeFailure(output, doing, otherwise) {
  const remedy = findRemedy(output, doing);
  if (remedy) return new Blocked(remedy);
  const last = output.trim().split('\n').at(-1);
  return new SetupFailure(`${doing} failed: ${otherwise}${last ? ` (${last})` : ''}`);
}

/** One line for what people can mend, the stack for everything else. */
export function explain(error) {
  if (error instanceof SetupFailure) return error.message;
  if (error?.name === 'SupportError') return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = error?.code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return findRemedy(code, `Writing ${error.path ?? 'a file'}`) ?? text;
  return text;
}
