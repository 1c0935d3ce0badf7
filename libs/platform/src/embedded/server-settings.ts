/**
 * Settings given at each start, so that a newer program's hold for an older cluster too. Nothing that keeps
 * committed data from being on disk is ever switched off.
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

/** The server's command line. The socket's directory is quoted, since the setting is a list. */
export function serverArguments(cluster: string, socketDirectory: string): string[] {
  const sockets = `"${socketDirectory.replaceAll('"', '""')}"`;
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: sockets });
  return ['-D', cluster, '-p', '5432', ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
