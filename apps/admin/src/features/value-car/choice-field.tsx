import { Select } from '@mantine/core';
import { count } from '../../format/quantity.ts';
import classes from './value-car-page.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly saleCount?: number;
}

export interface ChoiceFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** One picker: a list to type in, with the sales behind each choice. A choice of a link that no list has stays. */
export function ChoiceField({
  choices,
  value,
  onChange,
  required = false,
  disabled = false,
  ...texts
}: ChoiceFieldProps) {
  const known = value === null || choices.some((choice) => choice.value === value);
  const all = known ? choices : [{ value, label: value }, ...choices];
  const sales = new Map(all.map((choice) => [choice.value, choice.saleCount]));
  return (
    <Select
      label={texts.label}
      placeholder={texts.placeholder}
      size="sm"
      searchable
      clearable={!required}
      required={required}
      withAsterisk={false}
      allowDeselect={!required}
      disabled={disabled}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      classNames={{ options: classes.options }}
      clearButtonProps={{ 'aria-label': `Clear ${texts.label.toLowerCase()}` }}
      limit={200}
      nothingFoundMessage="Nothing has these words"
      data={all.map(({ value: name, label }) => ({ value: name, label }))}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => (
        <span className={classes.choice}>
          <span>{option.label}</span>
          <span className={classes.choiceCount}>
            {sales.get(option.value) === undefined ? '' : count(sales.get(option.value) ?? 0)}
          </span>
        </span>
      )}
    />
  );
}
