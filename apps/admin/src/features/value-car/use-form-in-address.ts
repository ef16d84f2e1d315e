'use client';

import { useEffect, useState } from 'react';
import { type CarForm, EMPTY_FORM, fromAddress, toAddress } from './car-form.ts';

/**
 * The form that was sent last, kept in the address: a link or the back button brings it again. `null` until the address
 * has been read, which happens in the browser alone.
 */
export function useFormInAddress(): readonly [sent: CarForm | null, send: (form: CarForm) => void] {
  const [sent, setSent] = useState<CarForm | null>(null);
  useEffect(() => {
    const read = () => setSent(fromAddress(window.location.search));
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  return [
    sent,
    (form) => {
      const words = toAddress(form);
      if (words !== toAddress(sent ?? EMPTY_FORM)) window.history.pushState(null, '', words === '' ? '?' : `?${words}`);
      setSent(form);
    },
  ];
}
