// Waits for a line, takes the lock of a folder, says how it went and holds it until it is ended.
import { lockFolder } from '../lock-folder.ts';

process.stdin.once('data', async () => {
  try {
    await lockFolder(process.argv[2] ?? '');
    console.log(JSON.stringify({ won: true }));
    setInterval(() => {}, 60_000);
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    console.log(JSON.stringify({ won: false, code, message }));
    process.exit(1);
  }
});
console.log('ready');
