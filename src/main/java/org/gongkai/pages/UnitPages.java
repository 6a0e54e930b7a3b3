package org.gongkai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.Later;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitKind;
import org.gongkai.model.UnitRegister;
import org.gongkai.model.UnitTasks;

/** The page of each unit with what it owes, and the list of units. */
final class UnitPages {
    /**
     * How many tasks of one kind stand on the unit's own page; the rest are a list of their own.
     */
    private static final int TASKS_SHOWN = 60;

    private static final int NOTICES_SHOWN = 10;
    private static final String COLLECTIVE = "collective";
    private static final NavItem ALL = new NavItem("责任单位", "units/");

    private UnitPages() {}

    /** Units of one kind. */
    public record OfKind(UnitKind kind, List<Unit> units) {}

    /**
     * One way in which tasks concern a unit.
     *
     * @param slug its anchor, and its list's part of an address
     * @param units those that it is so for, with the very same tasks
     */
    public record Share(
            String slug,
            String title,
            String explanation,
            List<Unit> units,
            List<UnitTasks.Entry> entries) {
        /** The list of all of them, where they are many: one for all units. */
        public String listUrl() {
            return units.get(0).url() + slug + "/";
        }

        private boolean hasListAt(Unit unit) {
            return entries.size() > TASKS_SHOWN && unit.equals(units.get(0));
        }
    }

    /** How many tasks concern a unit in each way. */
    public record Counts(int lead, int responsible, int collective) {
        static Counts of(UnitTasks tasks) {
            return new Counts(
                    tasks.lead().size(), tasks.responsible().size(), tasks.collective().size());
        }
    }

    static List<OfKind> byKind(Site site) {
        return Stream.of(UnitKind.values())
                .map(
                        kind ->
                                new OfKind(
                                        kind,
                                        site.units().units().stream()
                                                .filter(unit -> unit.kind() == kind)
                                                .toList()))
                .filter(group -> !group.units().isEmpty())
                .toList();
    }

    static void addTo(PageSet pages, Map<String, UnitTasks> tasks) {
        Site site = pages.site();
        UnitRegister register = site.units();
        Map<String, Object> index =
                pages.columnValues(ALL.url(), ALL.label(), "各单位的联系方式和承担的任务。", List.of());
        index.put("unitsByKind", byKind(site));
        Map<String, Counts> counts = new HashMap<>();
        tasks.forEach((code, owed) -> counts.put(code, Counts.of(owed)));
        index.put("unitTasks", tasks);
        index.put("taskCounts", counts);
        index.put("collectives", register.collectives());
        index.put(
                "unitNames",
                register.units().stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        pages.add("units", ALL.url(), null, index);
        Map<String, List<Notice>> byPublisher =
                site.notices().stream()
                        .filter(notice -> register.unit(notice.publisher()).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        notice ->
                                                register.unit(notice.publisher())
                                                        .orElseThrow()
                                                        .code()));
        Map<List<UnitTasks.Entry>, List<Unit>> sharing = new IdentityHashMap<>();
        for (Unit unit : register.units()) {
            sharing.computeIfAbsent(tasks.get(unit.code()).collective(), list -> new ArrayList<>())
                    .add(unit);
        }
        List<TaskPage> taskPages = new ArrayList<>();
        for (Unit unit : register.units()) {
            UnitTasks owed = tasks.get(unit.code());
            List<Share> shares = shares(unit, sharing.get(owed.collective()), owed, register);
            addUnit(pages, unit, shares, byPublisher.getOrDefault(unit.code(), List.of()));
            shares.stream()
                    .filter(share -> share.hasListAt(unit))
                    .flatMap(TaskPage::of)
                    .forEach(taskPages::add);
        }
        // Many units share a task: their pages of about the same days one after the other, so that
        // what is written of it can be taken over.
        taskPages.sort(
                Comparator.comparing(TaskPage::first, UnitTasks.mostPressingFirst(site.asOf())));
        taskPages.forEach(page -> page.addTo(pages));
    }

    /**
     * @param together the units that the same tasks concern through collective names
     */
    private static List<Share> shares(
            Unit unit, List<Unit> together, UnitTasks tasks, UnitRegister register) {
        List<Unit> alone = List.of(unit);
        return List.of(
                new Share("lead", "牵头的任务", "由本单位牵头。", alone, tasks.lead()),
                new Share("responsible", "负责的任务", "任务表点名由本单位负责。", alone, tasks.responsible()),
                new Share(
                        COLLECTIVE,
                        "因统称而涉及的任务",
                        collectives(register, together),
                        together,
                        tasks.collective()));
    }

    /** The collective names that stand for units, among others. */
    private static String collectives(UnitRegister register, List<Unit> units) {
        List<String> codes = units.stream().map(Unit::code).toList();
        String names =
                register.collectives().stream()
                        .filter(collective -> collective.members().containsAll(codes))
                        .map(collective -> "“" + collective.name() + "”")
                        .limit(3)
                        .collect(Collectors.joining());
        return "任务表用的是" + (names.isEmpty() ? "" : names + "等") + "统称。";
    }

    private static void addUnit(
            PageSet pages, Unit unit, List<Share> shares, List<Notice> notices) {
        pages.add("unit", unit.url(), null, () -> values(pages, unit, shares, notices));
        if (notices.size() > NOTICES_SHOWN) {
            pages.addList(
                    unit.url() + "notices/",
                    unit.name() + "发布的公开信息",
                    "按发布日期排列，最新的在前。",
                    above(unit),
                    notices,
                    List.of());
        }
    }

    private static Map<String, Object> values(
            PageSet pages, Unit unit, List<Share> shares, List<Notice> notices) {
        Map<String, Object> values =
                pages.columnValues(
                        unit.url(), unit.name(), unit.name() + "的联系方式、牵头和负责的任务及期限。", List.of(ALL));
        values.put("unit", unit);
        values.put("shares", shares);
        values.put(
                "timeline",
                new Later(
                        List.of(shares, pages.site().asOf()),
                        () -> timeline(shares, pages.site())));
        values.put("shown", TASKS_SHOWN);
        values.put("notices", notices.stream().limit(NOTICES_SHOWN).toList());
        values.put("noticeTotal", notices.size());
        return values;
    }

    private static List<NavItem> above(Unit unit) {
        return List.of(ALL, new NavItem(unit.name(), unit.url()));
    }

    /** What it leads or is named for and has not done, each task once. */
    private static Timeline timeline(List<Share> shares, Site site) {
        return Timeline.ofOpen(
                shares.stream()
                        .filter(share -> !share.slug().equals(COLLECTIVE))
                        .flatMap(share -> share.entries().stream())
                        .filter(entry -> !entry.notice().standing().validity().ended())
                        .map(UnitTasks.Entry::task)
                        .distinct(),
                site.asOf());
    }

    /** One page of all tasks that concern a unit, or several units, in one way. */
    private record TaskPage(Share share, Paging<UnitTasks.Entry> paging) {
        static Stream<TaskPage> of(Share share) {
            return Paging.pages(share.entries(), TASKS_SHOWN, share.listUrl()).stream()
                    .map(paging -> new TaskPage(share, paging));
        }

        UnitTasks.Entry first() {
            return paging.items().get(0);
        }

        void addTo(PageSet pages) {
            pages.add("unit-tasks", paging.url(), null, () -> values(pages));
        }

        private Map<String, Object> values(PageSet pages) {
            List<Unit> units = share.units();
            Unit unit = units.get(0);
            boolean alone = units.size() == 1;
            String name = unit.name() + (alone ? "" : "等" + units.size() + "个单位") + share.title();
            List<NavItem> above = alone ? above(unit) : List.of(ALL);
            Map<String, Object> values =
                    pages.columnValues(
                            paging.url(),
                            paging.title(name),
                            share.explanation(),
                            Stream.concat(above.stream(), paging.above(name).stream()).toList());
            values.put("share", share);
            // Each page needs no more than this of it, and is made anew only where that is new.
            values.put("explanation", share.explanation());
            values.put("units", alone || !paging.first() ? List.of() : units);
            values.put("paging", paging);
            return values;
        }
    }
}
