package org.gongkai.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.model.Deadline;
import org.gongkai.model.Link;
import org.gongkai.model.Metadata;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Task;
import org.gongkai.model.TaskGroup;
import org.gongkai.model.TaskNode;
import org.gongkai.model.TaskStatus;
import org.gongkai.model.TaskTable;
import org.gongkai.model.UnitRegister;

/** Reads a 任务分解表. */
final class TaskTableReader {
    private static final String TITLE = "标题";
    private static final String YEAR = "年度";
    private static final String GROUPS = "分组";
    private static final String NAME = "名称";
    private static final String TASKS = "任务";
    private static final String NUMBER = "序号";
    private static final String REQUIREMENT = "要求";
    private static final String LEAD = "牵头部门";
    private static final String RESPONSIBLE = "责任单位";
    private static final String DEADLINE = "完成时限";
    private static final String MILESTONES = "里程碑";
    private static final String PROGRESS = "进展";

    private static final Schema SCHEMA = Schema.of("tasks");
    private static final Set<String> KNOWN_KEYS = SCHEMA.allKeys();
    private static final List<String> TABLE_KEYS = SCHEMA.keys();
    private static final List<String> GROUP_KEYS = SCHEMA.at(GROUPS).keys();
    private static final List<String> TASK_KEYS = SCHEMA.at(TASKS).keys();
    private static final List<String> MILESTONE_KEYS = SCHEMA.at(TASKS, MILESTONES).keys();
    private static final List<String> PROGRESS_KEYS = SCHEMA.at(TASKS, PROGRESS).keys();
    private static final List<String> STATUSES =
            Arrays.stream(TaskStatus.values())
                    .filter(status -> status != TaskStatus.UNKNOWN)
                    .map(TaskStatus::label)
                    .toList();

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private final UnitNames names;
    private final Problems problems;
    private final DeadlineGrammar deadlines = new DeadlineGrammar();

    TaskTableReader(UnitRegister register, Problems problems) {
        this.names = new UnitNames(register);
        this.problems = problems;
    }

    /**
     * @param notice of the table, whose 标题, else 成文日期, gives the year where the table names none;
     *     may be null, and so may what stands in it
     * @param links where 佐证 lead
     */
    Optional<TaskTable> read(SourceFile source, Metadata notice, LinkResolver links) {
        return Fields.read(source, KNOWN_KEYS, problems).map(fields -> read(fields, notice, links));
    }

    private TaskTable read(Fields fields, Metadata notice, LinkResolver links) {
        fields.rejectUnknown(TABLE_KEYS, Severity.ERROR);
        String title = fields.text(TITLE);
        Integer year = year(fields);
        if (year == null) {
            year =
                    TitleYear.in(title)
                            .or(() -> TitleYear.in(notice == null ? null : notice.title()))
                            .orElseGet(() -> yearOf(notice));
        }
        Walk walk = new Walk(year, links);
        List<TaskNode> children = walk.children(fields, List.of(), Inherited.from(fields, null));
        if (!fields.has(GROUPS) && !fields.has(TASKS)) {
            problems.error(
                    "missing-key", fields.start(), "任务表里没有任务。", "请写“分组:”或“任务:”，在下面逐条填写“- 要求: ……”。");
        }
        return new TaskTable(
                fields.origin(), title == null ? "任务分解表" : title, year, children, walk.tasks);
    }

    /** 年度; null where there is none or it is no year, which is a problem. */
    private Integer year(Fields fields) {
        Integer year = fields.number(YEAR);
        if (year == null || (year >= FIRST_YEAR && year <= LAST_YEAR)) {
            return year;
        }
        problems.error(
                "value",
                fields.at(YEAR),
                "“" + YEAR + "”不能写成“" + year + "”。",
                "请写四位年份，例如 " + YEAR + ": 2023。");
        return null;
    }

    private static int yearOf(Metadata notice) {
        LocalDate date = notice == null ? null : notice.documentDate();
        return date == null ? LocalDate.EPOCH.getYear() : date.getYear();
    }

    /**
     * What stands on a group and holds for every task below that has none of its own: a merged
     * cell.
     */
    private record Inherited(Fields lead, Fields responsible, Fields deadline) {
        static Inherited from(Fields fields, Inherited above) {
            return new Inherited(
                    fields.has(LEAD) || above == null ? fields : above.lead,
                    fields.has(RESPONSIBLE) || above == null ? fields : above.responsible,
                    fields.has(DEADLINE) || above == null ? fields : above.deadline);
        }
    }

    /** One walk down a table, counting its tasks. */
    private final class Walk {
        private final int year;
        private final LinkResolver links;
        private final List<Task> tasks = new ArrayList<>();

        Walk(int year, LinkResolver links) {
            this.year = year;
            this.links = links;
        }

        List<TaskNode> children(Fields parent, List<String> groups, Inherited inherited) {
            List<TaskNode> children = new ArrayList<>();
            boolean groupsFirst = parent.isBefore(GROUPS, TASKS);
            if (groupsFirst) {
                addGroups(children, parent, groups, inherited);
            }
            for (Fields fields : parent.list(TASKS, REQUIREMENT)) {
                Task task = task(fields, groups, inherited);
                if (task != null) {
                    tasks.add(task);
                    children.add(task);
                }
            }
            if (!groupsFirst) {
                addGroups(children, parent, groups, inherited);
            }
            return children;
        }

        private void addGroups(
                List<TaskNode> children, Fields parent, List<String> groups, Inherited inherited) {
            for (Fields fields : parent.list(GROUPS)) {
                fields.rejectUnknown(GROUP_KEYS, Severity.ERROR);
                String name = fields.text(NAME);
                List<String> path = new ArrayList<>(groups);
                if (name != null) {
                    path.add(name);
                }
                children.add(
                        new TaskGroup(
                                name, children(fields, path, Inherited.from(fields, inherited))));
            }
        }

        private Task task(Fields fields, List<String> groups, Inherited inherited) {
            fields.rejectUnknown(TASK_KEYS, Severity.ERROR);
            String requirement = fields.required(REQUIREMENT, "……");
            if (requirement == null) {
                return null;
            }
            int place = tasks.size() + 1;
            String number = fields.text(NUMBER);
            Inherited effective = Inherited.from(fields, inherited);
            return new Task(
                    fields.start(),
                    place,
                    number == null ? String.valueOf(place) : number,
                    groups,
                    requirement,
                    units(effective.lead, LEAD),
                    units(effective.responsible, RESPONSIBLE),
                    deadline(effective.deadline),
                    effective.deadline.at(DEADLINE),
                    milestones(fields),
                    progress(fields));
        }

        private Task.Units units(Fields holder, String key) {
            List<String> issued = holder.texts(key);
            if (issued.isEmpty()) {
                return Task.Units.none(holder.at(key));
            }
            String wording = String.join("、", issued);
            return new Task.Units(wording, names.resolve(wording), holder.at(key));
        }

        private Deadline deadline(Fields holder) {
            return deadlines.read(holder.text(DEADLINE), year);
        }

        private List<Task.Milestone> milestones(Fields task) {
            List<Task.Milestone> milestones = new ArrayList<>();
            for (Fields fields : task.list(MILESTONES)) {
                fields.rejectUnknown(MILESTONE_KEYS, Severity.ERROR);
                LocalDate date = fields.requiredDate("日期", "milestone-date");
                String content = fields.required("内容", "……");
                if (date != null && content != null) {
                    milestones.add(new Task.Milestone(date, content));
                }
            }
            return milestones;
        }

        private List<Task.Progress> progress(Fields task) {
            List<Task.Progress> progress = new ArrayList<>();
            for (Fields fields : task.list(PROGRESS)) {
                fields.rejectUnknown(PROGRESS_KEYS, Severity.ERROR);
                LocalDate date = fields.requiredDate("日期", "progress-date");
                if (!fields.has("状态")) {
                    fields.reportMissing("状态", "进行中");
                }
                TaskStatus status = fields.choice("状态", TaskStatus::ofLabel, STATUSES);
                String evidence = fields.text("佐证");
                Link link =
                        evidence == null ? null : links.resolve(evidence, fields.at("佐证"), false);
                if (date != null && status != null) {
                    progress.add(
                            new Task.Progress(
                                    date, status, fields.text("说明"), link, fields.at("日期")));
                }
            }
            return progress;
        }
    }
}
