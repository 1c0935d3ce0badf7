import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.js';

export interface TestRedis {
  url: string;
  /** Sends one command in Redis' inline form and resolves to the raw answer. */
  command(line: string): Promise<string>;
  /** Kills the server without a chance to save; `start` brings an empty one back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** SIGSTOP and SIGCONT: the port accepts, nothing answers. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** The path of redis-server on this machine, or null. */
export function redisServerBinary(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const runs = (path: string) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return folders.map((folder) => join(folder, 'redis-server')).find(runs) ?? null;
}

/** A real redis-server on a free loopback port, keeping nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const binary = redisServerBinary();
  if (binary === null) throw new Error('redis-server is not installed (Debian package redis-server).');
  const port = await freePort();
  let child: ChildProcess | undefined;
  const command = (line: string) => ask(port, line);
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(binary, args, { stdio: 'ignore', cwd: '/' });
    await answering(command);
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    command,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    stop: kill,
  };
}

async function answering(command: (line: string) => Promise<string>): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await command('PING').catch(() => '');
    if (answer.startsWith('+PONG')) return;
    if (Date.now() > deadline) throw new Error('redis-server did not answer within 10 s.');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function ask(port: number, line: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`${line}\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    return data.toString();
  } finally {
    socket.destroy();
  }
}
