import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { anomalyQuery } from '../../api/anomaly-queries.ts';
import type { Listing } from '../../api/answers.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { day } from '../../format/calendar.ts';
import { distance } from '../../format/quantity.ts';
import classes from './anomaly-drawer.module.css';
import { statedWords } from './stated-words.ts';

/** What is known of the car, read when the anomaly is opened. */
export function ListingFacts({ anomalyId }: { readonly anomalyId: string }) {
  const detail = useQuery(anomalyQuery(anomalyId));
  if (detail.isError) {
    return (
      <FailureNotice
        what="The listing could not be loaded"
        problem={detail.error}
        onRetry={() => void detail.refetch()}
      />
    );
  }
  if (detail.data === undefined) return <Skeleton height={140} radius="md" aria-hidden="true" />;
  const { listing, statements } = detail.data;
  return (
    <section>
      <h3 className={classes.heading}>Listing</h3>
      {listing === null ? (
        <p className={classes.description}>The listing is no longer stored.</p>
      ) : (
        <dl className={classes.facts}>
          {factsOf(listing).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {statements.length === 0 ? null : (
        <>
          <h3 className={classes.heading}>The seller says</h3>
          <dl className={classes.facts}>
            {statements.map((statement) => (
              <div key={`${statement.trait} ${statement.evidence}`}>
                <dt>{statedWords(statement)}</dt>
                <dd>“{statement.evidence}”</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className={classes.description} style={{ marginBottom: 0 }}>
        {detail.data.disclaimer}
      </p>
    </section>
  );
}

/** An option code as people write it: `pccb` is an acronym, `air-suspension` are words. */
function optionName(code: string): string {
  return code.length <= 4 ? code.toUpperCase() : (capitalised(code.replaceAll('-', ' ')) ?? code);
}

/** Stored words are lower case; codes of two letters, such as states, are written in capitals. */
function capitalised(word: string | null): string | null {
  if (word === null || word.length <= 2) return word?.toUpperCase() ?? null;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function factsOf(listing: Listing): readonly (readonly [string, string])[] {
  const entries: readonly (readonly [string, string | null])[] = [
    ['Model year', listing.modelYear === null ? null : String(listing.modelYear)],
    ['Mileage', listing.mileage === null ? null : distance(listing.mileage, listing.mileageUnit)],
    ['Generation', listing.vehicle.generation],
    ['Trim', listing.vehicle.trim],
    ['Body', listing.vehicle.body === 'suv' ? 'SUV' : capitalised(listing.vehicle.body)],
    ['Transmission', capitalised(listing.vehicle.transmission)],
    ['Colour', capitalised(listing.color)],
    ['Condition', listing.condition === null ? null : `${listing.condition} of 5`],
    ['Options', listing.optionCodes.length === 0 ? null : listing.optionCodes.map(optionName).join(', ')],
    ['Region', capitalised(listing.region)],
    ['Listed', listing.listedOn === null ? null : day(listing.listedOn)],
    ['Ended', listing.endedOn === null ? null : day(listing.endedOn)],
    ['Source', capitalised(listing.source)],
    ['Status', capitalised(listing.status)],
  ];
  return entries.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}
