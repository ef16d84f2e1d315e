import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useWatchCar, type WatchedCar } from '../../api/preference-queries.ts';

/** Puts the car that an answer offers to watch on the list of the reader: the analyst itself writes nothing. */
export function WatchButton({ car }: { readonly car: WatchedCar }) {
  const watch = useWatchCar();
  return (
    <div role="status">
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconBell size={14} aria-hidden="true" />}
        loading={watch.isPending}
        disabled={watch.isSuccess}
        onClick={() => watch.mutate(car)}
      >
        {watch.isSuccess ? 'On your list' : watch.isError ? 'Not kept: try again' : 'Put on my list'}
      </Button>
    </div>
  );
}
