-- Everything Toward asks of its store: one script, so that the check of the token, the limits
-- and the work are one atomic step on one slot.
-- KEYS: the account, its marks of erasure, its open pairing, then the weeks that the operation
-- is about.
-- ARGV: operation, token's SHA-256 (raw), now in seconds, writes an hour (0: no limit), idle
-- lifetime in seconds, then what the operation takes. The answer begins with one of:
local OK, UNKNOWN, TOO_MANY, ERASED, NEVER_GIVEN, FULL = 0, 1, 2, 3, 4, 5
local NO_PAIRING, LAST_DEVICE, TOO_MANY_DEVICES = 6, 7, 8

local account, marks, pairing = KEYS[1], KEYS[2], KEYS[3]
local WEEKS = 4 -- where the weeks begin
local token, now, allowed, idle = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local ROWS_A_WEEK = 20000
local DEVICES = 255 -- a device is one byte in a row's name
local DIGEST = 32 -- so long is a token's name in the account, and no other
local HOUR, DAY = 3600, 86400

local function revision(value)
  local number, scale = 0, 1
  for at = 1, #value do
    local byte = string.byte(value, at)
    number = number + byte % 128 * scale
    if byte < 128 then return number end
    scale = scale * 128
  end
end

local function stay_alive()
  redis.call('EXPIRE', account, idle)
  redis.call('EXPIRE', marks, idle)
end

-- Counts this write in the running hour; the seconds to wait if there were too many.
local function seconds_to_wait()
  local hour = math.floor(now / HOUR)
  local seen = redis.call('HMGET', account, 'hour', 'writes')
  local writes = tonumber(seen[1]) == hour and tonumber(seen[2]) or 0
  if writes >= allowed then return (hour + 1) * HOUR - now end
  redis.call('HSET', account, 'hour', hour, 'writes', writes + 1)
end

local function erasures()
  return tonumber(redis.call('HGET', account, 'erasures')) or 0
end

local function marks_since(number)
  local since, all = {}, redis.call('HGETALL', marks)
  for i = 1, #all, 2 do
    local own = tonumber(all[i + 1])
    if own > number then since[#since + 1] = {own, all[i]} end
  end
  return since
end

local function mark(what)
  local number = redis.call('HINCRBY', account, 'erasures', 1)
  redis.call('HSET', marks, what, number)
  stay_alive()
  return {OK, number}
end

-- A row is written unless a later one is there; `blob` holds conversation, length, counters.
local function write(week, head, tail, rev, blob)
  local fields, counters, at = {}, {}, 1
  while at <= #blob do
    local size = string.byte(blob, at + 16)
    fields[#fields + 1] = head .. string.sub(blob, at, at + 15) .. tail
    counters[#counters + 1] = string.sub(blob, at + 17, at + 16 + size)
    at = at + 17 + size
  end
  local known, pairs_ = redis.call('HMGET', week, unpack(fields)), {}
  for i, field in ipairs(fields) do
    if not known[i] or revision(known[i]) <= revision(rev) then
      pairs_[#pairs_ + 1] = field
      pairs_[#pairs_ + 1] = rev .. counters[i]
    end
  end
  if #pairs_ > 0 then redis.call('HSET', week, unpack(pairs_)) end
end

local operations = {}

-- Takes: erasures known, when the week is forgotten, weekday, revision (varint), rows.
function operations.put(device)
  local known, blob = tonumber(ARGV[6]), ARGV[10]
  if known > erasures() then return {NEVER_GIVEN} end
  if known < erasures() then return {ERASED, marks_since(known)} end
  if redis.call('HLEN', KEYS[WEEKS]) > ROWS_A_WEEK then return {FULL} end
  redis.call('HSET', account, 'upload:' .. device, now)
  if #blob > 0 then
    write(KEYS[WEEKS], ARGV[8], string.char(device), ARGV[9], blob)
    redis.call('EXPIREAT', KEYS[WEEKS], ARGV[7])
  end
  stay_alive()
  return {OK, known}
end

-- Answers one string of joined records for each week: far fewer things to parse than fields.
function operations.read()
  if redis.call('TTL', account) < idle - DAY then stay_alive() end
  local weeks = {}
  for i = WEEKS, #KEYS do weeks[i - WEEKS + 1] = table.concat(redis.call('HGETALL', KEYS[i])) end
  return {OK, erasures(), weeks}
end

-- Takes: weekday, the mark to leave.
function operations.erase_day()
  local gone = {}
  for _, field in ipairs(redis.call('HKEYS', KEYS[WEEKS])) do
    if string.sub(field, 1, 1) == ARGV[6] then gone[#gone + 1] = field end
  end
  for at = 1, #gone, 1000 do
    redis.call('HDEL', KEYS[WEEKS], unpack(gone, at, math.min(at + 999, #gone)))
  end
  return mark(ARGV[7])
end

-- Takes: the conversation's 16 bytes, the mark to leave.
function operations.erase_conversation()
  local fields = {}
  for device = 1, tonumber(redis.call('HGET', account, 'devices')) do
    for weekday = 1, 7 do
      fields[#fields + 1] = weekday .. ARGV[6] .. string.char(device)
    end
  end
  for i = WEEKS, #KEYS do redis.call('HDEL', KEYS[i], unpack(fields)) end
  return mark(ARGV[7])
end

-- Answers the pairing that was open, since a pointer to it lies in another slot.
function operations.erase_account()
  local open = redis.call('HGET', pairing, 'lookup')
  redis.call('DEL', unpack(KEYS))
  return {OK, open}
end

-- Takes: SHA-256 of the lookup id, what is sealed, lifetime in seconds. Answers the pairing
-- that was open before.
function operations.pair()
  if tonumber(redis.call('HGET', account, 'devices')) >= DEVICES then return {TOO_MANY_DEVICES} end
  local before = redis.call('HGET', pairing, 'lookup')
  local lifetime = tonumber(ARGV[8])
  redis.call('HSET', pairing, 'lookup', ARGV[6], 'sealed', ARGV[7], 'until', now + lifetime)
  redis.call('EXPIRE', pairing, lifetime)
  stay_alive()
  return {OK, before}
end

-- Takes: SHA-256 of the lookup id. The token is a new one: what is asked for is its place. Only
-- an account with a number to spare opens a pairing, and only one at a time, so there is one.
function operations.claim()
  local open = redis.call('HMGET', pairing, 'lookup', 'until', 'sealed')
  if open[1] ~= ARGV[6] or tonumber(open[2]) <= now then return {NO_PAIRING} end
  redis.call('DEL', pairing)
  local device = redis.call('HINCRBY', account, 'devices', 1)
  redis.call('HSET', account, token, device, 'created:' .. device, now)
  stay_alive()
  return {OK, device, open[3]}
end

-- {device number: its token's name} of those that were not revoked.
local function tokens()
  local found, count, all = {}, 0, redis.call('HGETALL', account)
  for i = 1, #all, 2 do
    if #all[i] == DIGEST then
      found[tonumber(all[i + 1])] = all[i]
      count = count + 1
    end
  end
  return found, count
end

-- Answers {number, created, last upload or nothing} of each device.
function operations.devices()
  local found = {}
  for device in pairs((tokens())) do
    local known = redis.call('HMGET', account, 'created:' .. device, 'upload:' .. device)
    found[#found + 1] = {device, tonumber(known[1]), tonumber(known[2]) or false}
  end
  return {OK, found}
end

-- Takes: a device's number. An open pairing ends too: the revoked device may have opened it.
function operations.revoke()
  local found, count = tokens()
  local gone = found[tonumber(ARGV[6])]
  if gone and count == 1 then return {LAST_DEVICE} end
  local open = redis.call('HGET', pairing, 'lookup')
  if gone then
    redis.call('HDEL', account, gone, 'created:' .. ARGV[6], 'upload:' .. ARGV[6])
    redis.call('DEL', pairing)
  end
  return {OK, gone and open or false}
end

local FREE = {read = true, devices = true} -- these write nothing

if ARGV[1] == 'claim' then return operations.claim() end
local device = redis.call('HGET', account, token)
if not device then return {UNKNOWN} end
if allowed > 0 and not FREE[ARGV[1]] then
  local wait = seconds_to_wait()
  if wait then return {TOO_MANY, wait} end
end
return operations[ARGV[1]](tonumber(device))
