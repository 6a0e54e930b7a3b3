package org.gongkai.model;

/** What stands in a 任务分解表: a group, or a task. */
public sealed interface TaskNode permits TaskGroup, Task {}
