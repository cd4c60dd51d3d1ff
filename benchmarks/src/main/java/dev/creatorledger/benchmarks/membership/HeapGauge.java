package dev.creatorledger.benchmarks.membership;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.creatorledger.benchmarks.system.BenchmarkException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads what another Java process holds on its heap once everything that can be collected is collected. */
final class HeapGauge implements AutoCloseable {

    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private HeapGauge(JMXConnector connector, MemoryMXBean memory) {
        this.connector = connector;
        this.memory = memory;
    }

    /** Attaches to a process of the same user. */
    @SuppressWarnings("BanJNDI") // the address is that of a process on this machine that this run has started
    static HeapGauge of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(url);
            MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            return new HeapGauge(connector, memory);
        } catch (IOException | AttachNotSupportedException e) {
            throw new BenchmarkException("the heap of the service cannot be read", e);
        }
    }

    /** Bytes in use after a collection. */
    long usedAfterCollection() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new BenchmarkException("the heap's gauge cannot be closed", e);
        }
    }
}
