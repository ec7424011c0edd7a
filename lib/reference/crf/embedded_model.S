/* The trained model as read-only data of the library. CITEGRAPH_MODEL is the path of the file. */
    .section .rodata
    .balign 64
    .globl citegraph_model_start
    .hidden citegraph_model_start
citegraph_model_start:
    .incbin CITEGRAPH_MODEL
    .globl citegraph_model_end
    .hidden citegraph_model_end
citegraph_model_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
