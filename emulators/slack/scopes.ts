// Which scopes a call needs, as Slack's own reference gives them; some hang on where it goes, or on what it says.

type Arguments = Record<string, unknown>;

const NEEDS: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'conversations.open': 'im:write',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
  'users.info': 'users:read',
  'usergroups.users.list': 'usergroups:read',
};
const READS: Record<string, 'read' | 'history'> = {
  'conversations.info': 'read',
  'conversations.history': 'history',
  'conversations.replies': 'history',
};
const KINDS: Record<string, string> = {
  im: 'im:read',
  public_channel: 'channels:read',
  private_channel: 'groups:read',
};

/** All that are needed; the call fails with `missing_scope` when one of them was not granted. */
export function scopesFor(name: string, input: Arguments): string[] {
  const own = NEEDS[name] ? [NEEDS[name]] : [];
  if (name === 'chat.postMessage' && input.username) own.push('chat:write.customize');
  const reads = READS[name];
  if (reads) own.push(`${/^[DU]/.test(String(input.channel)) ? 'im' : 'channels'}:${reads}`);
  if (name === 'users.conversations') {
    const types = String(input.types ?? 'public_channel').split(',');
    own.push(...types.map((type) => KINDS[type] ?? 'mpim:read'));
  }
  return own;
}
