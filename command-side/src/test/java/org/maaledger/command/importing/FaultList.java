package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.List;

/** Keeps the faults it hears of. */
final class FaultList implements ImportListener {

    private final List<Fault> faults = new ArrayList<>();

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void progress(long rows, long settled) {}

    List<Fault> faults() {
        return faults;
    }

    List<Integer> rules() {
        return faults.stream().map(Fault::rule).toList();
    }
}
