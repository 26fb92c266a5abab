import { seatIn } from '../link/seat.ts';

/** Fetches a report with the seat of who is signed in, and lets the browser save it. */
export async function saveReport(path: string, name: string): Promise<'saved' | 'refused' | 'lost'> {
  let reply: Response;
  try {
    reply = await fetch(path, { headers: { authorization: `Bearer ${seatIn(sessionStorage) ?? ''}` } });
  } catch {
    return 'lost';
  }
  if (!reply.ok) return 'refused';
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'saved';
}
