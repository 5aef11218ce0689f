// Every channel runs the one contract; what differs between them is how much a message holds and whether it can be found again.
import { channelContract } from '../contracts/channel-contract.ts';
import { consoleStage, webStage } from '../support/channel-stages.ts';
import { slackStage, smsStage, teamsStage } from '../support/network-stages.ts';

const SHAPES = ['', '{', '[]', 'null', '5', '"x"'];

channelContract('web', { open: webStage, mostBytes: 100_000, canLookUp: false, malformed: [...SHAPES, '{"type":5}'] });
channelContract('console', { open: consoleStage, mostBytes: 100_000, canLookUp: false, malformed: [] });
channelContract('slack', {
  open: slackStage,
  mostBytes: 13_200,
  canLookUp: true,
  malformed: [...SHAPES, '{}', '{"type":"event_callback"}', '{"type":["message"]}'],
});
channelContract('sms', {
  open: smsStage,
  mostBytes: 1_600,
  canLookUp: true,
  malformed: [
    ...SHAPES,
    'MessageSid=SM1&AccountSid=AC00000000000000000000000000000001',
    'From=%2B1555',
    '%%%=%E0%A4%A',
  ],
});
channelContract('teams', {
  open: teamsStage,
  mostBytes: 28_000,
  canLookUp: false,
  malformed: [...SHAPES, '{}', '{"type":"message"}'],
});
