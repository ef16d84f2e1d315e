import { SegmentedControl } from '@mantine/core';

const shapes = ['chart', 'table'] as const;

/** How the forecast is shown. */
export type ForecastShape = (typeof shapes)[number];

export interface ForecastShapeSwitchProps {
  readonly value: ForecastShape;
  readonly onChange: (shape: ForecastShape) => void;
}

/** Chooses between the drawing and its data. */
export function ForecastShapeSwitch({ value, onChange }: ForecastShapeSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Show as"
      data={[
        { value: 'chart', label: 'Chart' },
        { value: 'table', label: 'Table' },
      ]}
      value={value}
      onChange={(chosen) => onChange(shapes.find((shape) => shape === chosen) ?? value)}
    />
  );
}
