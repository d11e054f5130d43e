-- Everything Toward asks of its store: one script, so that the check of the token, the limits
-- and the work are one atomic step on one slot.
-- KEYS: the account, its marks of erasure, then the weeks that the operation is about.
-- ARGV: operation, token's SHA-256 (raw), now in seconds, writes an hour (0: no limit), idle
-- lifetime in seconds, then what the operation takes. The answer begins with one of:
local OK, UNKNOWN, TOO_MANY, ERASED, NEVER_GIVEN, FULL = 0, 1, 2, 3, 4, 5

local account, marks = KEYS[1], KEYS[2]
local token, now, allowed, idle = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local ROWS_A_WEEK = 20000
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
  if redis.call('HLEN', KEYS[3]) > ROWS_A_WEEK then return {FULL} end
  redis.call('HSET', account, 'upload:' .. device, now)
  if #blob > 0 then
    write(KEYS[3], ARGV[8], string.char(device), ARGV[9], blob)
    redis.call('EXPIREAT', KEYS[3], ARGV[7])
  end
  stay_alive()
  return {OK, known}
end

-- Answers one string of joined records for each week: far fewer things to parse than fields.
function operations.read()
  if redis.call('TTL', account) < idle - DAY then stay_alive() end
  local weeks = {}
  for i = 3, #KEYS do weeks[i - 2] = table.concat(redis.call('HGETALL', KEYS[i])) end
  return {OK, erasures(), weeks}
end

-- Takes: weekday, the mark to leave.
function operations.erase_day()
  local gone = {}
  for _, field in ipairs(redis.call('HKEYS', KEYS[3])) do
    if string.sub(field, 1, 1) == ARGV[6] then gone[#gone + 1] = field end
  end
  for at = 1, #gone, 1000 do
    redis.call('HDEL', KEYS[3], unpack(gone, at, math.min(at + 999, #gone)))
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
  for i = 3, #KEYS do redis.call('HDEL', KEYS[i], unpack(fields)) end
  return mark(ARGV[7])
end

function operations.erase_account()
  redis.call('DEL', unpack(KEYS))
  return {OK}
end

local device = redis.call('HGET', account, token)
if not device then return {UNKNOWN} end
if allowed > 0 and ARGV[1] ~= 'read' then
  local wait = seconds_to_wait()
  if wait then return {TOO_MANY, wait} end
end
return operations[ARGV[1]](tonumber(device))
