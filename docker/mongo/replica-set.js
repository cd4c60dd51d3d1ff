// Run by mongosh against one of the members: makes the replica set if there is none, and waits until it has a primary.
const members = ['mongo-1', 'mongo-2', 'mongo-3'];

function initiated() {
  try {
    return rs.status().ok === 1;
  } catch (e) {
    if (e.codeName === 'NotYetInitialized') {
      return false;
    }
    throw e;
  }
}

if (!initiated()) {
  rs.initiate({
    _id: 'rs0',
    members: members.map((host, index) => ({ _id: index, host: `${host}:27017` })),
  });
}

for (let second = 0; second < 60; second++) {
  if (rs.status().members.some((member) => member.stateStr === 'PRIMARY')) {
    quit(0);
  }
  sleep(1000);
}
print('no member has become the primary');
quit(1);
