'use client';

import { useChat } from '@ai-sdk/react';
import { ActionIcon, Button, Group, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowUp, IconPlayerStop } from '@tabler/icons-react';
import { DefaultChatTransport } from 'ai';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { overviewQuery } from '../../api/market-queries.ts';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { PageHead } from '../../components/page-head.tsx';
import type { AnalystMessage } from './analyst-message.ts';
import { AnswerCard } from './answer-card.tsx';
import classes from './chat.module.css';

const EXAMPLES = [
  'How many 911s were sold last year?',
  'What does a 991.1 Carrera S sell for?',
  'Compare the 996 Turbo and the 997.1 Turbo',
  'Where will the 992 GT3 be in 6 months?',
  'Which 911s are undervalued?',
];

const transport = new DefaultChatTransport<AnalystMessage>({ api: '/api/analytics/llm/chat' });

/** Questions in words, answered with proved figures. */
export function ChatPage() {
  const [question, setQuestion] = useState('');
  const { messages, sendMessage, status, stop, error, regenerate } = useChat<AnalystMessage>({ transport });
  const overview = useQuery(overviewQuery());
  const fieldId = useId();
  const end = useRef<HTMLDivElement>(null);
  const busy = status === 'submitted' || status === 'streaming';
  const count = messages.length;

  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count, status]);

  const ask = (text: string) => {
    const words = text.trim();
    if (words === '' || busy) return;
    setQuestion('');
    void sendMessage({ text: words });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(question);
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask(question);
  };

  return (
    <div className={classes.page}>
      <PageHead
        title="Ask the market"
        subtitle="Every figure in an answer is computed from the rows below it, and proved"
      >
        {overview.data?.dataset.synthetic ? <SyntheticTag /> : null}
      </PageHead>
      <div className={classes.messages} role="log" aria-label="Conversation" aria-busy={busy}>
        {count === 0 ? (
          <div className={classes.start}>
            <Text size="sm" c="dimmed">
              Ask about sales, offers, prices, forecasts, options or unusual listings. Follow-ups keep what you asked
              for.
            </Text>
            <Group gap={8} mt="sm">
              {EXAMPLES.map((example) => (
                <Button key={example} variant="default" size="compact-md" onClick={() => ask(example)}>
                  {example}
                </Button>
              ))}
            </Group>
          </div>
        ) : (
          messages.map((message, place) =>
            message.role === 'user' ? (
              <p key={message.id} className={classes.question}>
                {message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')}
              </p>
            ) : (
              <AnswerCard key={message.id} message={message} onAsk={ask} asks={!busy && place === count - 1} />
            ),
          )
        )}
        {status === 'submitted' ? (
          <Text size="sm" c="dimmed" role="status">
            Looking …
          </Text>
        ) : null}
        {error === undefined ? null : (
          <div className={classes.failure} role="alert">
            <Text size="sm">{error.message === '' ? 'The question could not be answered.' : error.message}</Text>
            <Button variant="default" size="compact-sm" onClick={() => void regenerate()}>
              Try again
            </Button>
          </div>
        )}
        <div ref={end} />
      </div>
      <form className={classes.form} onSubmit={submit}>
        <label className={classes.hidden} htmlFor={fieldId}>
          Your question
        </label>
        <Textarea
          id={fieldId}
          className={classes.field}
          placeholder="Ask a question"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
        {busy ? (
          <ActionIcon size={38} radius="xl" variant="default" aria-label="Stop" onClick={() => void stop()}>
            <IconPlayerStop size={18} aria-hidden="true" />
          </ActionIcon>
        ) : (
          <ActionIcon size={38} radius="xl" type="submit" aria-label="Ask" disabled={question.trim() === ''}>
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
        )}
      </form>
      <Text size="xs" c="dimmed" className={classes.disclaimer}>
        Estimates are statistics about a market, not advice about a car.
      </Text>
    </div>
  );
}
