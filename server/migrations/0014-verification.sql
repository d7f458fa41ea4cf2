-- Presentations that somebody asked for (OpenID4VP). id is the asker's name for it, wallet_key the wallet's, page_key the
-- hosted page's; none leads to another. The values that were shown go soon after they came (result).
create table presentation_request (
  id text collate "C" primary key,
  wallet_key text collate "C" not null unique,
  page_key text collate "C" not null unique,
  asker text not null check (asker in ('partner', 'counter', 'control')),
  partner uuid,
  client text,
  institution text not null,
  purpose text not null,
  attributes text[] not null,
  flow text not null,
  return_to text,
  client_id text not null,
  response_mode text not null,
  origin text,
  dcql jsonb not null,
  transaction_data text[] not null,
  nonce text not null,
  wallet_state text not null,
  -- private half, of this request alone; gone when it was answered
  encryption_key jsonb,
  state text not null check (state in ('created', 'fetched', 'verified', 'refused', 'declined', 'expired')),
  error text,
  response_code text,
  result jsonb,
  asked_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  answered_at timestamptz(3),
  constraint presentation_request_partner check ((asker = 'partner') = (client is not null and partner is not null)),
  constraint presentation_request_result check (result is null or state = 'verified')
);
create index presentation_request_open on presentation_request (expires_at) where state in ('created', 'fetched');
create index presentation_request_values on presentation_request (answered_at) where result is not null;
