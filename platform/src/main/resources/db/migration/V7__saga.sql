-- Sagas as JSON, each under the simple name of its class (Axon's JdbcSagaStore), and what they are found by.
CREATE TABLE saga_entry (
    saga_id         text  COLLATE "C" PRIMARY KEY,
    revision        text,
    saga_type       text  COLLATE "C" NOT NULL,
    serialized_saga bytea NOT NULL
);

CREATE TABLE association_value_entry (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   text   COLLATE "C" NOT NULL,
    association_value text   COLLATE "C" NOT NULL,
    saga_type         text   COLLATE "C" NOT NULL,
    saga_id           text   COLLATE "C" NOT NULL
);
-- Every event that a saga may wait for is looked up here.
CREATE INDEX association_by_value ON association_value_entry (association_value, association_key, saga_type);
CREATE INDEX association_by_saga ON association_value_entry (saga_id);

-- When sagas are to be woken up (db-scheduler). Rows come and go in the transactions of the sagas that asked for them.
CREATE TABLE scheduled_tasks (
    task_name            text        COLLATE "C" NOT NULL,
    task_instance        text        COLLATE "C" NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
