package org.gongkai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
     */
    public record Share(
            String slug, String title, String explanation, List<UnitTasks.Entry> entries) {}

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
        List<TaskPage> taskPages = new ArrayList<>();
        for (Unit unit : register.units()) {
            List<Share> shares = shares(tasks.get(unit.code()), collectives(register, unit));
            addUnit(pages, unit, shares, byPublisher.getOrDefault(unit.code(), List.of()));
            shares.stream()
                    .filter(share -> share.entries().size() > TASKS_SHOWN)
                    .flatMap(share -> TaskPage.of(unit, share))
                    .forEach(taskPages::add);
        }
        // Many units share a task: their pages of about the same days one after the other, so that
        // what is written of it can be taken over.
        taskPages.sort(
                Comparator.comparing(TaskPage::first, UnitTasks.mostPressingFirst(site.asOf())));
        taskPages.forEach(page -> page.addTo(pages));
    }

    /** The collective names that stand for a unit, among others. */
    private static String collectives(UnitRegister register, Unit unit) {
        String names =
                register.collectives().stream()
                        .filter(collective -> collective.members().contains(unit.code()))
                        .map(collective -> "“" + collective.name() + "”")
                        .limit(3)
                        .collect(Collectors.joining());
        return "任务表用" + (names.isEmpty() ? "" : names + "等") + "统称涉及本单位。";
    }

    private static List<Share> shares(UnitTasks tasks, String collectives) {
        return List.of(
                new Share("lead", "牵头的任务", "由本单位牵头。", tasks.lead()),
                new Share("responsible", "负责的任务", "任务表点名由本单位负责。", tasks.responsible()),
                new Share(COLLECTIVE, "因统称而涉及的任务", collectives, tasks.collective()));
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

    /** One page of all tasks that concern a unit in one way. */
    private record TaskPage(Unit unit, Share share, Paging<UnitTasks.Entry> paging) {
        static Stream<TaskPage> of(Unit unit, Share share) {
            String base = unit.url() + share.slug() + "/";
            return Paging.pages(share.entries(), TASKS_SHOWN, base).stream()
                    .map(paging -> new TaskPage(unit, share, paging));
        }

        UnitTasks.Entry first() {
            return paging.items().get(0);
        }

        void addTo(PageSet pages) {
            pages.add("unit-tasks", paging.url(), null, () -> values(pages));
        }

        private Map<String, Object> values(PageSet pages) {
            String name = unit.name() + share.title();
            Map<String, Object> values =
                    pages.columnValues(
                            paging.url(),
                            paging.title(name),
                            share.explanation(),
                            Stream.concat(above(unit).stream(), paging.above(name).stream())
                                    .toList());
            values.put("share", share);
            // Each page needs no more than this of it, and is made anew only where that is new.
            values.put("explanation", share.explanation());
            values.put("paging", paging);
            return values;
        }
    }
}
