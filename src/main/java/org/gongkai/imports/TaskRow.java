package org.gongkai.imports;

import java.util.List;

/**
 * A row of a 任务分解表, whatever it was read from.
 *
 * @param place where it stands in the received file
 * @param section whether it is a heading over the whole width
 * @param labels the groups that it stands in, the outermost first; an empty one is as in the row
 *     above
 * @param number 序号 as issued; null where there is none
 * @param requirement paragraphs of 具体要求; more than one task where the table cuts tasks so
 * @param doubts what a person has to look at
 * @param notes what else the row says, which could not be placed
 */
record TaskRow(
        String place,
        boolean section,
        List<String> labels,
        String number,
        List<String> requirement,
        Entry lead,
        Entry responsible,
        Entry deadline,
        List<String> doubts,
        List<String> notes) {}
