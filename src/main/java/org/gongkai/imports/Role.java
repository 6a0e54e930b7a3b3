package org.gongkai.imports;

import java.util.Set;

/** What a column of a 任务分解表 holds, by the words of its header. */
enum Role {
    NUMBER(Set.of("序号", "编号", "号", "序")),
    GROUP(
            Set.of(
                    "工作任务", "任务名称", "重点工作", "重点任务", "主要任务", "工作事项", "工作", "任务", "事项", "类别", "任务类别",
                    "重点工作任务", "工作名称", "工作项目", "项目", "重点事项", "公开事项", "工作分类", "任务分类", "领域", "重点领域",
                    "公开领域", "板块", "一级任务", "二级任务", "任务事项", "工作板块")),
    REQUIREMENT(
            Set.of(
                    "具体要求", "工作要求", "任务内容", "具体内容", "工作内容", "主要内容", "内容", "要求", "工作措施", "具体措施",
                    "措施", "具体任务", "任务要求", "目标要求", "工作目标", "任务目标", "具体工作", "工作举措", "具体举措", "重点内容")),
    LEAD(Set.of()),
    RESPONSIBLE(Set.of()),
    DEADLINE(Set.of("时限", "完成时限", "完成时间", "时间节点", "完成期限", "时间要求", "完成日期", "进度安排")),
    /** Known to be none of those, such as 备注. */
    OTHER(Set.of("备注", "说明", "进展情况", "完成情况", "落实情况"));

    private final Set<String> words;

    Role(Set<String> words) {
        this.words = words;
    }

    /** The role that the words of a header give; null where they give none. */
    static Role of(String header) {
        String word = header.replaceAll("[\\s\\p{P}]+", "");
        if (word.isEmpty() || word.length() > 10) {
            return null;
        }
        for (Role role : values()) {
            if (role.words.contains(word)) {
                return role;
            }
        }
        if (word.matches(".*(?:领导|责任人|负责人|联系人|联系电话|电话)")) {
            return OTHER;
        }
        if (word.matches("牵头(?:责任)?(?:部门|单位|部门单位|单位部门|科室|机关)?|主办单位|主办部门")) {
            return LEAD;
        }
        if (word.matches("(?:.*责任|配合|协办|参与|承办|落实|实施)(?:部门|单位|部门单位|单位部门|主体|科室|机关)?")) {
            return RESPONSIBLE;
        }
        return word.matches("(?:.*)(?:时限|期限|完成时间)") ? DEADLINE : null;
    }
}
