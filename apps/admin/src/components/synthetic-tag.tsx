import { IconFlask2 } from '@tabler/icons-react';
import { Tag } from './tag.tsx';

/** Marks figures that rest on generated data. */
export function SyntheticTag() {
  return (
    <Tag tone="yellow">
      <IconFlask2 size={13} aria-hidden="true" />
      Synthetic data
    </Tag>
  );
}
