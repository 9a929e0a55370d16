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
    public void checked(long rows) {
        // The tests look at what comes of it.
    }

    @Override
    public void recorded(long readings, long of) {
        // The tests look at what comes of it.
    }

    List<Fault> faults() {
        return faults;
    }

    List<Integer> rules() {
        return faults.stream().map(Fault::rule).toList();
    }
}
