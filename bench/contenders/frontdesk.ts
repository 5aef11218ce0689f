// Ours: the whole server as it is deployed, built by the same createApp, in a process of its own. With BENCH_COUNT=1 it
// also counts every command that leaves for MongoDB and Redis; that costs CPU, so CPU is never measured in such a run.
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import { answerProbe } from './probe.ts';

const counters: Record<string, number> = {};
const count = (name: string) => {
  counters[name] = (counters[name] ?? 0) + 1;
};
/** The driver's own talk about the topology and its sessions is not work for a turn. */
const HOUSEKEEPING = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'endSessions']);

/** Counts what the two drivers send, from outside: the product needs no hook for it. */
function countCommands(): Record<string, number> {
  const create = mongoose.createConnection.bind(mongoose);
  const counted = (uri: string, options: mongoose.ConnectOptions = {}) => {
    const connection = create(uri, { ...options, monitorCommands: true });
    connection.getClient().on('commandStarted', (event) => {
      if (HOUSEKEEPING.has(event.commandName)) return;
      count('mongodb');
      count(`mongodb.${event.commandName}`);
    });
    return connection;
  };
  mongoose.createConnection = counted as unknown as typeof mongoose.createConnection;
  const send = Redis.prototype.sendCommand;
  Redis.prototype.sendCommand = function (command, ...rest) {
    count('redis');
    count(`redis.${command.name}`);
    return send.call(this, command, ...rest);
  };
  return counters;
}

if (import.meta.main) {
  if (process.env.BENCH_COUNT === '1') countCommands();
  const app = await createApp(readConfig(process.env));
  await app.start();
  answerProbe(app.address()!, { counters: () => ({ ...counters }), stop: app.stop });
}
