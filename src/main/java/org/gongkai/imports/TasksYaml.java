package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;

/** Writes a {@code .tasks.yml} as editors write it, each doubt as a comment beside its task. */
final class TasksYaml {
    private final StringBuilder yaml = new StringBuilder();
    private final List<Remark> remarks;

    /**
     * @param remarks where what is found while writing is told
     */
    TasksYaml(List<Remark> remarks) {
        this.remarks = remarks;
    }

    /**
     * @param title 标题 of the table
     * @param year 年度; null where none is known
     */
    String write(String title, String year, List<String> doubts, List<TaskNode> nodes) {
        line(0, "标题: " + YamlText.value(title));
        if (year != null) {
            line(0, "年度: " + year);
        }
        doubts.forEach(doubt -> line(0, "# 核对：" + YamlText.comment(doubt)));
        children(nodes, 0);
        return yaml.toString();
    }

    private void children(List<TaskNode> nodes, int indent) {
        List<TaskNode.Item> items = new ArrayList<>();
        List<TaskNode.Group> groups = new ArrayList<>();
        for (TaskNode node : nodes) {
            if (node instanceof TaskNode.Group group) {
                groups.add(group);
            } else {
                items.add((TaskNode.Item) node);
            }
        }
        if (!items.isEmpty()) {
            line(indent, "任务:");
            items.forEach(item -> item(item, indent + 2));
        }
        if (!groups.isEmpty()) {
            line(indent, "分组:");
            groups.forEach(group -> group(group, indent + 2));
        }
    }

    private void group(TaskNode.Group group, int indent) {
        line(indent, "- 名称: " + YamlText.value(group.name()));
        List<String> doubts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        shared(group.lead(), group.responsible(), group.deadline(), keys, doubts);
        doubts.forEach(doubt -> line(indent + 2, "# 核对：" + YamlText.comment(doubt)));
        doubts.forEach(
                doubt -> remarks.add(new Remark("分组“" + Quote.brief(group.name()) + "”", doubt)));
        keys.forEach(key -> line(indent + 2, key));
        children(group.children(), indent + 2);
    }

    private void item(TaskNode.Item item, int indent) {
        List<String> keys = new ArrayList<>();
        List<String> doubts = new ArrayList<>(item.doubts());
        if (item.number() != null) {
            keys.add("序号: " + YamlText.value(item.number()));
        }
        keys.add(
                "要求:"
                        + (item.requirement().isEmpty()
                                ? ""
                                : " " + YamlText.value(item.requirement())));
        shared(item.lead(), item.responsible(), item.deadline(), keys, doubts);
        for (String doubt : doubts) {
            line(indent, "# 核对：" + item.place() + "：" + YamlText.comment(doubt));
            remarks.add(new Remark(item.place(), doubt));
        }
        item.notes().forEach(note -> line(indent, "# " + YamlText.comment(note)));
        for (int i = 0; i < keys.size(); i++) {
            line(indent, (i == 0 ? "- " : "  ") + keys.get(i));
        }
    }

    private static void shared(
            Entry lead, Entry responsible, Entry deadline, List<String> keys, List<String> doubts) {
        addUnits("牵头部门", lead, keys, doubts);
        addUnits("责任单位", responsible, keys, doubts);
        addDeadline(deadline, keys, doubts);
    }

    /** Units as issued; where each stands on a line of its own they are a list. */
    private static void addUnits(String key, Entry entry, List<String> keys, List<String> doubts) {
        if (entry.isBlank()) {
            return;
        }
        List<String> lines = entry.words();
        boolean whole = lines.stream().allMatch(Wording::namesUnits);
        boolean runsOn =
                lines.subList(0, lines.size() - 1).stream()
                        .allMatch(line -> line.matches(".*[、，；,;]$"));
        if (lines.size() == 1) {
            keys.add(key + ": " + YamlText.value(lines.get(0)));
        } else if (whole && !runsOn) {
            keys.add(
                    key
                            + ": "
                            + YamlText.list(
                                    lines.stream().map(TasksYaml::withoutSeparator).toList()));
        } else {
            keys.add(key + ": " + YamlText.value(String.join("", lines)));
            if (!runsOn) {
                doubts.add(key + "在原文里分成 " + lines.size() + " 行，已接成一行，请核对名称是否完整。");
            }
        }
    }

    private static String withoutSeparator(String line) {
        return line.replaceFirst("[、，；,;]+$", "");
    }

    private static void addDeadline(Entry entry, List<String> keys, List<String> doubts) {
        if (entry.isBlank()) {
            return;
        }
        List<String> lines = entry.words().stream().map(Deadlines::undoubled).distinct().toList();
        boolean doubled =
                lines.size() < entry.words().size() || !lines.get(0).equals(entry.words().get(0));
        String text = lines.get(0);
        if (lines.size() > 1) {
            // A wording over two lines is one deadline where only the whole is understood.
            boolean each = lines.stream().allMatch(Deadlines::isRead);
            text = String.join(each ? " " : "", lines);
            if (each) {
                doubts.add("一格里有 " + lines.size() + " 个完成时限，请核对各对应哪项工作，必要时写成里程碑。");
            }
        }
        if (doubled) {
            doubts.add("完成时限在原文里重复写了，只写一次。");
        }
        if (!Deadlines.isRead(text)) {
            doubts.add("看不懂完成时限“" + text + "”，照原文写入。");
        }
        keys.add("完成时限: " + YamlText.value(text));
    }

    private void line(int indent, String text) {
        yaml.append(" ".repeat(indent)).append(text).append('\n');
    }
}
