import { useEffect, useState } from 'preact/hooks';
import { pageToken } from '../link/link.ts';

/** The printed slip as a picture, with its text for those who do not see it. */
export function SlipPicture({ slip }: { readonly slip: { readonly number: number; readonly text: string } }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    let picture: string | null = null;
    fetchSlip(slip.number, cancel.signal)
      .then((blob) => {
        picture = URL.createObjectURL(blob);
        setAddress(picture);
      })
      // The text below stands in for a picture that cannot be had.
      .catch(() => setAddress(null));
    return () => {
      cancel.abort();
      if (picture) URL.revokeObjectURL(picture);
    };
  }, [slip.number, slip.text]);
  return address ? <img class="slip" src={address} alt={slip.text} /> : <pre class="slip">{slip.text}</pre>;
}

async function fetchSlip(number: number, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(`/virtual/slips/${number}.png`, {
    headers: { authorization: `Bearer ${pageToken()}` },
    signal,
  });
  if (!answer.ok) throw new Error(`no picture of slip ${number}: ${answer.status}`);
  return answer.blob();
}
