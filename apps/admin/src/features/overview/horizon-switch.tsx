import { SegmentedControl } from '@mantine/core';
import { HORIZONS, type Horizon } from './horizon.ts';

export interface HorizonSwitchProps {
  readonly value: Horizon;
  readonly onChange: (horizon: Horizon) => void;
}

/** Chooses how far the forecast goes. */
export function HorizonSwitch({ value, onChange }: HorizonSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Forecast horizon"
      data={[...HORIZONS]}
      value={value}
      onChange={(chosen) => onChange(HORIZONS.find((horizon) => horizon === chosen) ?? value)}
    />
  );
}
