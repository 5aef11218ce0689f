// What the real Slack refuses: too many blocks, too long texts, unknown kinds, actions without ids. The first fault is
// answered with Slack's own name for it.

const BLOCK_TYPES = new Set([
  'section',
  'header',
  'actions',
  'context',
  'divider',
  'image',
  'input',
  'markdown',
  'rich_text',
  'file',
  'video',
  'table',
]);
const MOST_OPTION_VALUE = 150;

type Fields = Record<string, unknown>;

/** Slack's error name, or null when the blocks may be shown. */
export function faultOfBlocks(blocks: unknown, most = 50): string | null {
  if (blocks === undefined) return null;
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  if (blocks.length > most) return 'invalid_blocks';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  const ids = new Set<string>();
  for (const block of blocks as Fields[]) {
    if (typeof block !== 'object' || !BLOCK_TYPES.has(String(block.type))) return 'invalid_blocks';
    if (typeof block.block_id === 'string') {
      if (ids.has(block.block_id) || block.block_id.length > 255) return 'invalid_blocks';
      ids.add(block.block_id);
    }
    if (!isBlockRight(block)) return 'invalid_blocks';
  }
  return null;
}

function isBlockRight(block: Fields): boolean {
  switch (block.type) {
    case 'header':
      return isText(block.text, 150, ['plain_text']);
    case 'section': {
      const fields = block.fields as unknown[] | undefined;
      if (!block.text && !fields) return false;
      if (block.text && !isText(block.text, 3_000)) return false;
      return !fields || (fields.length >= 1 && fields.length <= 10 && fields.every((field) => isText(field, 2_000)));
    }
    case 'context': {
      const elements = (block.elements ?? []) as Fields[];
      return (
        elements.length >= 1 &&
        elements.length <= 10 &&
        elements.every((one) => one.type === 'image' || isText(one, 2_000))
      );
    }
    case 'actions': {
      const elements = (block.elements ?? []) as Fields[];
      const actionIds = elements.map((one) => one.action_id);
      return (
        elements.length >= 1 &&
        elements.length <= 25 &&
        new Set(actionIds).size === actionIds.length &&
        elements.every(isElementRight)
      );
    }
    case 'input':
      return isText(block.label, 2_000, ['plain_text']) && isElementRight(block.element as Fields);
    default:
      return true;
  }
}

function isElementRight(element: Fields): boolean {
  if (typeof element?.action_id !== 'string' || element.action_id.length < 1 || element.action_id.length > 255)
    return false;
  if (element.type === 'button') {
    const value = element.value;
    if (value !== undefined && (typeof value !== 'string' || value.length > 2_000)) return false;
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') return false;
    return isText(element.text, 75, ['plain_text']);
  }
  const options = element.options as Fields[] | undefined;
  if (element.type === 'overflow' && (!options || options.length < 1 || options.length > 5)) return false;
  return (
    !options ||
    (options.length <= 100 &&
      options.every(
        (one) => isText(one.text, 75) && String(one.value).length <= MOST_OPTION_VALUE && one.value !== undefined,
      ))
  );
}

function isText(text: unknown, most: number, types = ['plain_text', 'mrkdwn']): boolean {
  const { type, text: said } = (text ?? {}) as { type?: string; text?: unknown };
  return types.includes(type ?? '') && typeof said === 'string' && said.length >= 1 && said.length <= most;
}

/** A view as views.open takes it. */
export function faultOfView(view: unknown): string | null {
  const { type, title, blocks, callback_id, private_metadata, submit } = (view ?? {}) as Fields;
  if (type !== 'modal' && type !== 'home') return 'invalid_arguments';
  if (type === 'modal' && !isText(title, 24, ['plain_text'])) return 'invalid_arguments';
  if (submit !== undefined && !isText(submit, 24, ['plain_text'])) return 'invalid_arguments';
  if (typeof callback_id === 'string' && callback_id.length > 255) return 'invalid_arguments';
  if (typeof private_metadata === 'string' && private_metadata.length > 3_000) return 'invalid_arguments';
  return faultOfBlocks(blocks, 100) ? 'invalid_arguments' : null;
}
