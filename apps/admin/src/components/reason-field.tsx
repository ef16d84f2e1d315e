import { Textarea } from '@mantine/core';

/** Asks why somebody changes something; who reads the history later sees it. */
export function ReasonField({
  value,
  onChange,
  maxLength = 500,
  isFirst = false,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly maxLength?: number;
  /** Whether the cursor stands here when the form opens. Default false. */
  readonly isFirst?: boolean;
}) {
  return (
    <Textarea
      label="Reason"
      description="It is kept for good"
      required
      maxLength={maxLength}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  );
}
