package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;

/** A group or a task of the table that is being written. */
sealed interface TaskNode {
    /** A 分组; its owner and deadline hold for every task below it. */
    final class Group implements TaskNode {
        private final String name;
        private final List<TaskNode> children = new ArrayList<>();
        private Entry lead = Entry.NONE;
        private Entry responsible = Entry.NONE;
        private Entry deadline = Entry.NONE;

        Group(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        List<TaskNode> children() {
            return children;
        }

        Entry lead() {
            return lead;
        }

        Entry responsible() {
            return responsible;
        }

        Entry deadline() {
            return deadline;
        }

        /** Moves what all tasks below share as one merged cell up to the group. */
        void lift() {
            for (TaskNode child : children) {
                if (child instanceof Group group) {
                    group.lift();
                }
            }
            List<Item> items = new ArrayList<>();
            collect(items);
            if (items.size() < 2) {
                return;
            }
            if (lead.isBlank() && isShared(items.stream().map(item -> item.lead).toList())) {
                lead = items.get(0).lead;
                items.forEach(item -> item.lead = Entry.NONE);
            }
            if (responsible.isBlank()
                    && isShared(items.stream().map(item -> item.responsible).toList())) {
                responsible = items.get(0).responsible;
                items.forEach(item -> item.responsible = Entry.NONE);
            }
            if (deadline.isBlank()
                    && isShared(items.stream().map(item -> item.deadline).toList())) {
                deadline = items.get(0).deadline;
                items.forEach(item -> item.deadline = Entry.NONE);
            }
        }

        private static boolean isShared(List<Entry> entries) {
            Object cell = entries.get(0).cell();
            return cell != null
                    && !entries.get(0).isBlank()
                    && entries.stream().allMatch(entry -> entry.cell() == cell);
        }

        void collect(List<Item> items) {
            for (TaskNode child : children) {
                if (child instanceof Group group) {
                    group.collect(items);
                } else {
                    items.add((Item) child);
                }
            }
        }
    }

    /** A 任务. */
    final class Item implements TaskNode {
        private final String place;
        private final String number;
        private final String requirement;
        private final List<String> doubts;
        private final List<String> notes;
        private Entry lead;
        private Entry responsible;
        private Entry deadline;

        Item(TaskRow row, String requirement, List<String> doubts) {
            this.place = row.place();
            this.number = row.number();
            this.requirement = requirement;
            this.doubts = doubts;
            this.notes = row.notes();
            this.lead = row.lead();
            this.responsible = row.responsible();
            this.deadline = row.deadline();
        }

        String place() {
            return place;
        }

        String number() {
            return number;
        }

        String requirement() {
            return requirement;
        }

        List<String> doubts() {
            return doubts;
        }

        List<String> notes() {
            return notes;
        }

        Entry lead() {
            return lead;
        }

        Entry responsible() {
            return responsible;
        }

        Entry deadline() {
            return deadline;
        }
    }
}
